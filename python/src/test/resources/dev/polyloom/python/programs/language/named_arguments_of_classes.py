class Base:
    defaults = {"size": 1}

    def __init__(self, **options):
        unknown = set(options) - set(self.defaults)
        if unknown:
            raise TypeError(f"unknown options: {', '.join(sorted(unknown))}")
        self.__dict__.update(self.defaults | options)


class Wide(Base):
    defaults = Base.defaults | {"width": 5, "size": 2}


print(vars(Base()), vars(Wide(size=9)), Wide().size)
try:
    Wide(color=1, depth=2)
except TypeError as error:
    print(error)
for wrong in (lambda: Base(1), lambda: Wide.missing, lambda: Base.__init__()):
    try:
        print(wrong())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)

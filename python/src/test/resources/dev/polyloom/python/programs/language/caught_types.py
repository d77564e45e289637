# What stands behind except is looked at whole, before one of its types is chosen.
import array
import binascii


def caught(types):
    try:
        try:
            1 / 0
        except types:
            return "caught"
    except TypeError as error:
        return str(error)
    except ZeroDivisionError:
        return "not caught"


class Own(ArithmeticError):
    pass


print(caught(ZeroDivisionError), caught((KeyError, ArithmeticError)), caught((KeyError, Own)), caught(()))
print(caught((ZeroDivisionError, 1)))
print(caught(((ZeroDivisionError,),)))
print(caught("ZeroDivisionError"))
print(caught([ZeroDivisionError]))
print(caught(int))
print(issubclass(binascii.Incomplete, Exception), binascii.Incomplete.__module__)

for action in (lambda: object().__dict__, lambda: vars(object()), lambda: setattr(object(), "x", 1)):
    try:
        action()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)

letters = array.array("u", "abc")
for value in (3, "de", ""):
    try:
        letters[0] = value
    except TypeError as error:
        print(error)
letters[0] = "z"
print(letters)

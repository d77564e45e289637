class Custom(Exception):
    pass


def attempt(n):
    try:
        if n == 0:
            return 1 / 0
        if n == 1:
            return {}["key"]
        if n == 2:
            raise Custom("own", 2)
        if n == 3:
            return [][5]
        return int("x")
    except ZeroDivisionError as e:
        return f"zero: {e}"
    except (KeyError, IndexError) as e:
        return type(e).__name__, str(e)
    except Custom as e:
        try:
            raise ValueError("second") from e
        except ValueError as v:
            return v, v.__cause__, v.__cause__ is e
    except Exception as e:
        return repr(e)
    else:
        print("never")
    finally:
        print("finally", n)


for n in range(5):
    print(attempt(n))
for i in range(3):
    if i == 5:
        break
else:
    print("no break")

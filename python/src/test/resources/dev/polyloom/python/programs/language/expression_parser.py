import re


class Parser:
    def __init__(self, text):
        self.tokens = re.findall(r"\d+\.?\d*|[-+*/^()]", text)
        self.at = 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self, expected=None):
        token = self.peek()
        if token is None or (expected and token != expected):
            raise SyntaxError(f"expected {expected or 'more'}, found {token or 'the end'}")
        self.at += 1
        return token

    def expression(self):
        value = self.term()
        while self.peek() in ("+", "-"):
            value = value + self.term() if self.take() == "+" else value - self.term()
        return value

    def term(self):
        value = self.factor()
        while self.peek() in ("*", "/"):
            value = value * self.factor() if self.take() == "*" else value / self.factor()
        return value

    def factor(self):
        if self.peek() == "-":
            self.take()
            return -self.factor()
        if self.peek() == "(":
            self.take()
            value = self.expression()
            self.take(")")
        else:
            token = self.take()
            value = float(token) if "." in token else int(token)
        if self.peek() == "^":
            self.take()
            return value ** self.factor()
        return value


for text in ("1 + 2 * 3", "(1+2)*3", "2^3^2", "-2^2", "7/2 - 0.5", "10/4*2", "2*(3", "1 +", "4/0", "*"):
    try:
        print(text, "=", Parser(text).expression())
    except (SyntaxError, ZeroDivisionError, ValueError) as error:
        print(text, "fails:", type(error).__name__, error)

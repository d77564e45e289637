words = ["naïve", "café", "日本語", "Straße", "ñandú", "👍🏽", "Ωmega"]
for w in words:
    print(w, len(w), w.upper(), w[::-1] if w.isalpha() else "-", w.isalpha(), len(w.encode()), ascii(w))
print(sorted(words), max(words), "ß" in "Straße", "É".lower(), "ﬁ".upper(), "İ".lower() == "i̇", "ς".upper(), "ΑΣ".lower(), "é" == "e\u0301", [hex(ord(c)) for c in "aé☃"])
import unicodedata
print(unicodedata.normalize("NFC", "e\u0301") == "é", unicodedata.name("☃"), unicodedata.category("A"), unicodedata.numeric("½"), unicodedata.lookup("EURO SIGN"), len(unicodedata.normalize("NFD", "é")), "".join(c for c in unicodedata.normalize("NFD", "crème brûlée") if not unicodedata.combining(c)))
print("日本".center(6, "*"), f"{'é':>3}|{'日':<3}|", "a\u200bb".split(), "a\u00a0b".split(), "\u2003x\u2003".strip(), "١٢".isdigit(), int("١٢"), "x²".isalnum(), "Ⅷ".isnumeric(), "日".isidentifier(), "ª".isalpha())

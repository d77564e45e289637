import codecs
for enc in ('utf-8','utf-16','utf-16-le','utf-16-be','utf-32','utf-8-sig','ascii','latin-1','cp1252','shift_jis' ):
    try:
        d=codecs.getincrementaldecoder(enc)()
        data='aé€😀'.encode(enc,'replace')
        print(enc, ''.join(d.decode(bytes([b])) for b in data)+d.decode(b'',True))
    except Exception as e: print(enc, type(e).__name__, e)
d=codecs.getincrementaldecoder('utf-8')()
print(d.decode(b'\xe2'), d.getstate())
try: d.decode(b'',final=True)
except UnicodeDecodeError as e: print(e)
d.reset(); print(d.decode(b'a'))
d=codecs.getincrementaldecoder('utf-8')('replace'); print(ascii(d.decode(b'\xe2\x28',True)))
print('\ud800é\n\t\\x\x00€😀\'"'.encode('unicode_escape'), b'\\u00e9\\n\\x41\\101\\\\\\U0001f600\\\nz\xe9'.decode('unicode_escape'), 'é€\\u\n'.encode('raw_unicode_escape'), b'\\u20ac\\n\xe9'.decode('raw-unicode-escape'))
print("a\tb".encode("unicode_escape").decode(), 'tab\\tnew\\n'.encode().decode('unicode_escape'))
for bad in (b'\\', b'\\x4', b'a\\u12', b'\\Uffffffff'):
    try: bad.decode('unicode_escape')
    except UnicodeDecodeError as e: print(e)

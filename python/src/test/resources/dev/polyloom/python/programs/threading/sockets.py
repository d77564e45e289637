import select
import selectors
import socket
import threading


def serve(server):
    conn, addr = server.accept()
    with conn:
        print("connected", addr[0])
        while True:
            data = conn.recv(1024)
            if not data:
                break
            conn.sendall(data.upper())
    print("server done")

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("127.0.0.1", 0))
server.listen(1)
host, port = server.getsockname()
t = threading.Thread(target=serve, args=(server,))
t.start()
with socket.socket() as s:
    s.connect((host, port))
    for word in (b"hello", b"world"):
        s.sendall(word)
        print(s.recv(1024))
    print(s.getpeername() == (host, port))
t.join()
server.close()
print(server)
try:
    socket.create_connection(("127.0.0.1", port), timeout=1)
except OSError as e:
    print(type(e).__name__, e.errno, e)
a, b = socket.socketpair()
a.send(b"ping")
print(b.recv(10))
b.close()
print(a.recv(10))
a.close()
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u.bind(("127.0.0.1", 0))
u.settimeout(0.05)
try:
    u.recvfrom(10)
except socket.timeout as e:
    print("timeout", repr(e))
v = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
print(v.sendto(b"datagram", u.getsockname()))
print(u.recvfrom(100)[0])
u.setblocking(False)
try:
    u.recv(1)
except BlockingIOError as e:
    print(repr(e))
print(socket.inet_aton("192.168.1.1"), socket.AF_INET, repr(socket.SOCK_STREAM))
print(socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM))
s = socket.socket()
s.close()
print(s)
try:
    s.send(b"x")
except OSError as e:
    print(repr(e))
a, b = socket.socketpair()
print(select.select([a], [b], [], 0.01)[0] == [], select.select([a], [b], [], 0.01)[1] == [b])
b.send(b"line one\nline two\n")
r, w, x = select.select([a], [], [], 1)
print(r == [a])
f = a.makefile("r")
print(repr(f.readline()), repr(f.readline()))


def answer(connection, mask):
    data = connection.recv(100)
    print("event", mask, data)
    if data:
        connection.send(data * 2)
    else:
        selector.unregister(connection)
        connection.close()


selector = selectors.DefaultSelector()
a, b = socket.socketpair()
a.setblocking(False)
selector.register(a, selectors.EVENT_READ, answer)
b.send(b"ab")
rounds = 0
while selector.get_map():
    for key, mask in selector.select(timeout=5):
        key.data(key.fileobj, mask)
    rounds += 1
    if rounds == 1:
        print(b.recv(100))
        b.close()
print(rounds, selector.select(0))

import socket
import socketserver
import threading

class Echo(socketserver.BaseRequestHandler):
    def handle(self):
        data = self.request.recv(1024).strip()
        print("handler got", data)
        self.request.sendall(data.upper())

class Lines(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(b"> " + line)

class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    daemon_threads = True

with Server(("localhost", 0), Echo) as server:
    t = threading.Thread(target=server.serve_forever, daemon=True)
    t.start()
    print("Server loop running in thread:", t.name)
    for word in ("one", "two"):
        with socket.create_connection(server.server_address) as s:
            s.sendall(word.encode() + b"\n")
            print(s.recv(100))
    server.shutdown()
server = socketserver.TCPServer(("127.0.0.1", 0), Lines)
t = threading.Thread(target=server.handle_request)
t.start()
s = socket.socket()
s.connect(server.server_address)
s.sendall(b"a\nb\n")
s.shutdown(socket.SHUT_WR)
got = b""
while part := s.recv(10):
    got += part
print(got)
t.join()
server.server_close()

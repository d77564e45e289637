import asyncio
import socket

async def handle(reader, writer):
    data = await reader.read(100)
    addr = writer.get_extra_info("peername")
    print(f"Received {data.decode()!r} from {addr[0]}")
    writer.write(data[::-1])
    await writer.drain()
    print("Close the connection")
    writer.close()
    await writer.wait_closed()

async def client(port, message):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    print(f"Send: {message!r}")
    writer.write(message.encode())
    await writer.drain()
    data = await reader.read(100)
    print(f"Received: {data.decode()!r}")
    print("Close")
    writer.close()
    await writer.wait_closed()

async def lines(reader, writer):
    async for line in reader:
        print("line", line)
        writer.write(b"ok " + line)
    writer.close()

async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        await client(port, "hello")
        await client(port, "world")
    print(server, server.is_serving())
    s2 = await asyncio.start_server(lines, "127.0.0.1", 0)
    r, w = await asyncio.open_connection(*s2.sockets[0].getsockname())
    w.write(b"one\ntwo\nthree\n")
    w.write_eof()
    print(await r.read())
    w.close()
    s2.close()
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError as e:
        print(type(e), e.errno, str(e).replace(str(port), "PORT"))
    one, other = socket.socketpair()
    one.setblocking(False)
    other.setblocking(False)
    loop = asyncio.get_running_loop()
    await loop.sock_sendall(one, b"through the loop")
    print(await loop.sock_recv(other, 100))
    waiting = asyncio.create_task(loop.sock_recv(one, 100))
    await asyncio.sleep(0.01)
    other.send(b"late")
    print(await waiting)
    one.close()
    other.close()
    s3 = await asyncio.start_server(handle, "127.0.0.1", 0)
    t = asyncio.create_task(s3.serve_forever())
    await asyncio.sleep(0.01)
    print(s3.is_serving())
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled")

asyncio.run(main())

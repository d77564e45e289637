"""Servers and clients made of protocols and transports."""
import asyncio
import socket


class Echo(asyncio.Protocol):
    def __init__(self, log, done):
        self.log = log
        self.done = done

    def connection_made(self, transport):
        self.transport = transport
        self.log.append(("made", transport.get_extra_info("peername")[0],
                         transport.get_extra_info("nothing", "default")))

    def data_received(self, data):
        self.log.append(("data", data))
        self.transport.write(data.upper())
        if b"bye" in data:
            self.transport.close()

    def eof_received(self):
        self.log.append(("eof",))

    def connection_lost(self, exc):
        self.log.append(("lost", exc))
        if not self.done.done():
            self.done.set_result(True)


class Client(asyncio.Protocol):
    def __init__(self, message, ended):
        self.message = message
        self.ended = ended
        self.got = b""

    def connection_made(self, transport):
        transport.write(self.message.encode())
        transport.writelines([b" and ", b"more, bye"])

    def data_received(self, data):
        self.got += data

    def connection_lost(self, exc):
        self.ended.set_result((self.got, exc))


async def echo():
    loop = asyncio.get_running_loop()
    log, done, ended = [], loop.create_future(), loop.create_future()
    server = await loop.create_server(lambda: Echo(log, done), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(server.is_serving(), len(server.sockets))
    transport, protocol = await loop.create_connection(
        lambda: Client("hello", ended), "127.0.0.1", port)
    print(type(protocol).__name__, isinstance(transport, asyncio.Transport),
          type(transport).__name__, transport.is_closing(), transport.is_reading())
    print(transport.get_extra_info("peername") == ("127.0.0.1", port),
          transport.get_write_buffer_size(), transport.get_write_buffer_limits())
    print(await ended)
    await done
    print(transport.is_closing(), log[0], log[-1], b"".join(x[1] for x in log if x[0] == "data"))
    server.close()
    await server.wait_closed()
    print(server.is_serving(), server.sockets)


class Lines(asyncio.Protocol):
    """Answers each line, and goes on after the other side has ended its own."""

    def connection_made(self, transport):
        self.transport = transport
        self.rest = b""

    def data_received(self, data):
        *lines, self.rest = (self.rest + data).split(b"\n")
        for line in lines:
            self.transport.write(b"<" + line + b">")

    def eof_received(self):
        self.transport.write(b"end:" + self.rest)
        self.transport.close()
        return True


async def streams_to_protocol():
    loop = asyncio.get_running_loop()
    async with await loop.create_server(Lines, "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b"one\ntwo\nthr")
        writer.write_eof()
        print(await reader.read())
        writer.close()
        await writer.wait_closed()
    print(server.is_serving())


class Counter(asyncio.DatagramProtocol):
    def __init__(self, count, done):
        self.left = count
        self.got = []
        self.done = done

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        self.got.append(data)
        self.transport.sendto(b"ack " + data, addr)
        self.left -= 1
        if not self.left:
            self.transport.close()

    def connection_lost(self, exc):
        self.done.set_result(self.got)


class Sender(asyncio.DatagramProtocol):
    def __init__(self, words, done):
        self.words = words
        self.done = done
        self.acks = []

    def connection_made(self, transport):
        self.transport = transport
        transport.sendto(self.words[0])

    def datagram_received(self, data, addr):
        self.acks.append(data)
        if len(self.acks) < len(self.words):
            self.transport.sendto(self.words[len(self.acks)])
        else:
            self.transport.close()

    def connection_lost(self, exc):
        self.done.set_result(self.acks)


async def datagrams():
    loop = asyncio.get_running_loop()
    counted, acked = loop.create_future(), loop.create_future()
    words = [b"a", b"b", b"c"]
    receiver, _ = await loop.create_datagram_endpoint(
        lambda: Counter(len(words), counted), local_addr=("127.0.0.1", 0))
    address = receiver.get_extra_info("sockname")
    sender, protocol = await loop.create_datagram_endpoint(
        lambda: Sender(words, acked), remote_addr=address)
    print(sender.get_extra_info("peername") == address, protocol.transport is sender)
    print(await counted, await acked, isinstance(sender, asyncio.DatagramTransport))


async def flow():
    """Pauses reading, and gets what has come meanwhile later."""
    loop = asyncio.get_running_loop()
    one, other = socket.socketpair()
    ended = loop.create_future()

    class Slow(asyncio.Protocol):
        got = b""

        def data_received(self, data):
            self.got += data

        def eof_received(self):
            ended.set_result(self.got)

    transport, _ = await loop.create_connection(Slow, sock=one)
    transport.pause_reading()
    print(transport.is_reading())
    other.sendall(b"x" * 10)
    await asyncio.sleep(0.02)
    transport.resume_reading()
    print(transport.is_reading())
    other.sendall(b"y" * 10)
    other.close()
    print(len(await ended))
    for wrong in (lambda: transport.write("text"),
                  lambda: transport.set_write_buffer_limits(high=1, low=2)):
        try:
            wrong()
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)


async def large():
    """Sends more than goes into the buffers of the machine."""
    loop = asyncio.get_running_loop()
    paused = []
    total = loop.create_future()

    class Source(asyncio.Protocol):
        def connection_made(self, transport):
            transport.write(bytes(8_000_000))
            transport.write(b"!")
            transport.close()

        def pause_writing(self):
            paused.append("pause")

        def resume_writing(self):
            paused.append("resume")

        def connection_lost(self, exc):
            paused.append(exc)

    class Sink(asyncio.BufferedProtocol):
        def __init__(self):
            self.buffer = bytearray(1000)
            self.count = 0

        def get_buffer(self, sizehint):
            return self.buffer

        def buffer_updated(self, nbytes):
            self.count += nbytes

        def connection_lost(self, exc):
            total.set_result(self.count)

    server = await loop.create_server(Source, "127.0.0.1", 0)
    await loop.create_connection(Sink, *server.sockets[0].getsockname())
    print(await total, paused)
    server.close()


async def watched():
    """Is told when a socket can be read from."""
    loop = asyncio.get_running_loop()
    one, other = socket.socketpair()
    one.setblocking(False)
    got = asyncio.Queue()
    loop.add_reader(one, lambda tag: got.put_nowait((tag, one.recv(100))), "tag")
    other.send(b"first")
    print(await got.get())
    other.send(b"second")
    print(await got.get())
    print(loop.remove_reader(one), loop.remove_reader(one))
    loop.add_writer(one.fileno(), got.put_nowait, "writable")
    print(await got.get(), loop.remove_writer(one.fileno()))
    one.close()
    other.close()


async def failing():
    loop = asyncio.get_running_loop()
    told = loop.create_future()

    def handler(loop, context):
        told.set_result((context["message"], context["exception"], sorted(context)))

    class Broken(asyncio.Protocol):
        def data_received(self, data):
            raise ValueError("broken")

    loop.set_exception_handler(handler)
    server = await loop.create_server(Broken, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b"x")
    print(await told, await reader.read())
    writer.close()
    server.close()
    loop.set_exception_handler(None)
    try:
        await loop.create_connection(Broken, *address)
    except OSError as e:
        print(type(e).__name__, e.errno)
    for wrong in (loop.create_connection(Broken), loop.create_server(Broken)):
        try:
            await wrong
        except ValueError as e:
            print(e)


async def main():
    for part in (echo, streams_to_protocol, datagrams, flow, large, watched, failing):
        print("--", part.__name__)
        await part()


asyncio.run(main())

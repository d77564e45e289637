import time
from multiprocessing import AuthenticationError, Pipe, Process
from multiprocessing.connection import Client, Connection, Listener, wait
from multiprocessing.context import TimeoutError as ContextTimeout
from threading import Thread


def serve(listener, count, refused):
    for _ in range(count):
        try:
            with listener.accept() as connection:
                while (message := connection.recv()) != "stop":
                    connection.send([message, type(message).__name__])
        except (EOFError, AuthenticationError) as e:
            refused.append((type(e).__name__, str(e)))


def talk(address, key):
    with Client(address, authkey=key) as client:
        for message in (1, "two", {"three": [3.0, None]}):
            client.send(message)
            print(client.recv())
        print(client.poll(), client.poll(0.01), client.closed)
        client.send("stop")
    print(client.closed)
    try:
        client.send(1)
    except OSError as e:
        print(e)


def over_sockets(address, key):
    with Listener(address, authkey=key) as listener:
        refused = []
        server = Thread(target=serve, args=(listener, 3, refused))
        server.start()
        talk(listener.address, key)
        try:
            Client(listener.address, authkey=b"wrong" if key else None).close()
        except AuthenticationError as e:
            print("client:", e)
        child = Process(target=talk, args=(listener.address, key))
        child.start()
        child.join()
        server.join()
        print("server:", refused)


def sender(connection, name, delay):
    time.sleep(delay)
    connection.send(name)
    connection.close()


def over_pipes():
    readers = []
    children = []
    for name, delay in (("late", 0.2), ("early", 0.05)):
        reader, writer = Pipe(duplex=False)
        print(isinstance(reader, Connection))
        readers.append(reader)
        children.append(Process(target=sender, args=(writer, name, delay)))
        children[-1].start()
        writer.close()
    print(wait(readers, 0), wait([], 0.01))
    while readers:
        for reader in wait(readers):
            try:
                print(reader.recv())
            except EOFError:
                readers.remove(reader)
    sentinels = [child.sentinel for child in children]
    while sentinels:
        sentinels = [each for each in sentinels if each not in wait(sentinels)]
    for child in children:
        child.join()
        print(child.exitcode)


if __name__ == "__main__":
    over_sockets(("localhost", 0), b"key")
    over_sockets(None, None)
    over_pipes()
    print(issubclass(ContextTimeout, Exception), ContextTimeout.__module__)

import queue
import threading
from collections import defaultdict


class Broker:
    def __init__(self):
        self.topics, self.lock = defaultdict(list), threading.Lock()

    def subscribe(self, topic):
        q = queue.Queue()
        with self.lock:
            self.topics[topic].append(q)
        return q

    def publish(self, topic, message):
        with self.lock:
            for q in self.topics.get(topic, ()):
                q.put(message)

    def close(self):
        with self.lock:
            for qs in self.topics.values():
                for q in qs:
                    q.put(None)


def listen(name, q, out):
    for message in iter(q.get, None):
        out.append((name, message))


broker, out = Broker(), []
listeners = [threading.Thread(target=listen, args=(n, broker.subscribe(t), out)) for n, t in (("a", "news"), ("b", "news"), ("c", "sport"))]
for t in listeners:
    t.start()
for i in range(3):
    broker.publish("news", f"n{i}")
broker.publish("sport", "s")
broker.publish("nobody", "x")
broker.close()
for t in listeners:
    t.join()
for name in "abc":
    print(name, [m for n, m in out if n == name])
print(sorted(broker.topics), len(out))

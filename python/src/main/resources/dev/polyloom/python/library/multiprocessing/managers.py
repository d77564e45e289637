"""The module multiprocessing.managers: objects that all processes of a program share."""

import _managers


class BaseProxy:
    """Stands for an object that one process keeps for all; programs derive theirs from it."""

    def __init__(self, shared):
        self._shared = shared

    def _callmethod(self, methodname, args=(), kwds={}):
        return getattr(self._shared, methodname)(*args, **kwds)

    def _getvalue(self):
        return self._shared._getvalue()

    def __str__(self):
        return str(self._shared)


class BaseManager:
    _registry = {}

    def __init__(self, address=None, authkey=None, serializer="pickle", ctx=None, *, shutdown_timeout=1.0):
        self._address = address
        self._state = "INITIAL"
        self._shared = None

    @property
    def address(self):
        return self._address

    def start(self, initializer=None, initargs=()):
        if self._state == "STARTED":
            raise AssertionError("Already started server")
        if self._state == "SHUTDOWN":
            raise AssertionError("Manager has shut down")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._shared = _managers.start()
        if initializer is not None:
            initializer(*initargs)
        self._state = "STARTED"

    def connect(self):
        raise ConnectionRefusedError(111, "Connection refused")

    def shutdown(self):
        self._state = "SHUTDOWN"

    def join(self, timeout=None):
        pass

    def __enter__(self):
        if self._state == "INITIAL":
            self.start()
        return self

    def __exit__(self, *details):
        self.shutdown()

    def _create(self, typeid, args, kwargs):
        if self._state != "STARTED":
            raise AssertionError("server not yet started")
        made, exposed, proxytype = self._registry[typeid]
        if made is None:
            return getattr(self._shared, typeid)(*args, **kwargs)
        target = made(*args, **kwargs)
        names = exposed
        if names is None:
            names = [
                name
                for name in dir(target)
                if name[0] != "_" and callable(getattr(target, name))
            ]
        shared = _managers.share(target, typeid, names)
        return shared if proxytype is None else proxytype(shared)

    @classmethod
    def register(
        cls,
        typeid,
        callable=None,
        proxytype=None,
        exposed=None,
        method_to_typeid=None,
        create_method=True,
    ):
        if "_registry" not in cls.__dict__:
            cls._registry = cls._registry.copy()
        exposed = exposed or getattr(proxytype, "_exposed_", None)
        own = isinstance(proxytype, type) and issubclass(proxytype, BaseProxy)
        cls._registry[typeid] = (callable, exposed, proxytype if own else None)
        if create_method:

            def temp(self, /, *args, **kwargs):
                return self._create(typeid, args, kwargs)

            temp.__name__ = typeid
            setattr(cls, typeid, temp)


class SyncManager(BaseManager):
    pass


for _name in (
    "dict list Namespace Value Array Queue JoinableQueue Lock RLock Event Condition Semaphore"
    " BoundedSemaphore Barrier Pool"
).split():
    SyncManager.register(_name)

import asyncio
import sys
async def main():
    p = await asyncio.create_subprocess_exec("echo", "hello", stdout=asyncio.subprocess.PIPE)
    out, err = await p.communicate()
    print(out, err, p.returncode)
    p = await asyncio.create_subprocess_shell("echo one; echo two >&2; exit 3", stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    out, err = await p.communicate()
    print(out.decode().strip(), err.decode().strip(), p.returncode)
    p = await asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    p.stdin.write(b"line1\nline2\n")
    await p.stdin.drain()
    print(await p.stdout.readline())
    print(await p.stdout.readline())
    p.stdin.close()
    print(await p.stdout.read(), await p.wait())
    p = await asyncio.create_subprocess_exec("sleep", "10")
    try:
        await asyncio.wait_for(p.wait(), 0.1)
    except asyncio.TimeoutError:
        p.kill()
        print("killed", await p.wait())
    p = await asyncio.create_subprocess_exec(sys.executable, "-c", "print('child'); import sys; sys.exit(4)", stdout=asyncio.subprocess.PIPE)
    async for line in p.stdout:
        print(line)
    print(await p.wait())
    rs = await asyncio.gather(*(asyncio.create_subprocess_shell(f"echo {i}", stdout=asyncio.subprocess.PIPE) for i in range(3)))
    print([ (await r.communicate())[0] for r in rs])
asyncio.run(main())

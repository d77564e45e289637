rooms = {"hall": {"north": "kitchen", "items": ["lamp"]}, "kitchen": {"south": "hall", "items": []}}


def play(commands):
    at, bag = "hall", []
    for line in commands:
        match line.split():
            case ["go", ("north" | "south") as way] if way in rooms[at]:
                at = rooms[at][way]
                yield f"you are in the {at}"
            case ["go", way]:
                yield f"no way {way}"
            case ["take", item] if item in rooms[at]["items"]:
                rooms[at]["items"].remove(item)
                bag.append(item)
                yield f"taken: {item}"
            case ["take", *what]:
                yield f"there is no {' '.join(what) or 'thing'}"
            case ["bag"]:
                yield ", ".join(bag) or "empty"
            case ["quit" | "exit"]:
                return
            case []:
                continue
            case [verb, *_]:
                yield f"I do not know how to {verb}"


for answer in play(["bag", "go west", "take lamp", "take lamp", "take", "", "go north", "dance now", "bag", "quit", "bag"]):
    print(answer)

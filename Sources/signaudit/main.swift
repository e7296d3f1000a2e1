// Only linked: its `malloc` and `free` take the place of the system's, for libyaml and for Swift.
private import CMimalloc
import CommandLineTool

await Program.run()

"""The child process in which keys are used: a driver that hangs or crashes takes nothing else with it."""

"""Where the work of a build is done: in this process, in several, or on many machines."""

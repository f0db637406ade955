package tasks

// MaxDrivers bounds the drivers of a package.
const MaxDrivers = maxDrivers

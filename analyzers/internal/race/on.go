//go:build race

package race

// Enabled says that the binary was built with -race.
const Enabled = true

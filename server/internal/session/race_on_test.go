//go:build race

package session

// slowVettool: this binary is many times slower, and go vet would start it for
// every package of the standard library.
const slowVettool = true

//go:build !race

package session

const slowVettool = false

// Package race tells tests whether they run under the race detector, which makes
// some of them take minutes and others pointless. Only tests import it.
package race

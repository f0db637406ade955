// Package worker lets other programs do the work: one that crashes, or takes too
// much memory, then ends itself and nobody else.
package worker

import (
	"fmt"
	"os/exec"
)

// Run starts a program and returns what it prints. When the program fails, the
// error holds what it had to say about it.
func Run(cmd *exec.Cmd) (output string, err error) {
	both, err := cmd.CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%w: %s", err, both)
	}
	return string(both), nil
}

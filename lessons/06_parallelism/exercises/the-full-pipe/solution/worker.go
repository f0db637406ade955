// Package worker lets other programs do the work: one that crashes, or takes too
// much memory, then ends itself and nobody else.
package worker

import (
	"bytes"
	"fmt"
	"os/exec"
)

// Run starts a program and returns what it prints. When the program fails, the
// error holds what it had to say about it.
func Run(cmd *exec.Cmd) (output string, err error) {
	// Run reads both while the program works, each in a goroutine, and waits for
	// all three.
	var result, complaints bytes.Buffer
	cmd.Stdout, cmd.Stderr = &result, &complaints
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("%w: %s", err, complaints.Bytes())
	}
	return result.String(), nil
}

// A parent reads a child's result, and the child writes its complaints into a pipe
// that nobody reads. So that this program ends, the child is killed after a second.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

func main() {
	if len(os.Args) > 1 { // this is the child
		fmt.Fprint(os.Stderr, strings.Repeat("a complaint\n", 20000))
		fmt.Println("42")
		return
	}
	me, err := os.Executable()
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, me, "child")
	result, err := cmd.StdoutPipe()
	if err != nil {
		fmt.Println(err)
		return
	}
	complaints, err := cmd.StderrPipe()
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := cmd.Start(); err != nil {
		fmt.Println(err)
		return
	}
	text, _ := io.ReadAll(result) // waits for the end of the result
	_, _ = io.ReadAll(complaints) // and would only then read the complaints
	fmt.Printf("result %q, %v\n", text, cmd.Wait())
}

// A parent reads both outputs of a child while it works.
package main

import (
	"bytes"
	"context"
	"fmt"
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
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, me, "child")
	var result, complaints bytes.Buffer
	cmd.Stdout, cmd.Stderr = &result, &complaints
	err = cmd.Run() // reads both, each in a goroutine
	fmt.Printf("result %q, %v, and %d bytes of complaints\n", result.String(), err, complaints.Len())
}

// Command service runs some periodic tasks for a while.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"
)

var errDisk = errors.New("disk full")

func main() {
	parent, stop := context.WithTimeout(context.Background(), 5*time.Second)
	defer stop()
	s := New(parent)
	backup := func(ctx context.Context) error {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Millisecond):
			return errDisk
		}
	}
	tasks := []Task{
		{Name: "clean", Every: time.Millisecond, Run: func(context.Context) error { return nil }},
		{Name: "backup", Every: 2 * time.Millisecond, Run: backup},
	}
	for _, t := range tasks {
		if err := s.Add(t); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
	}
	time.Sleep(100 * time.Millisecond)
	s.Close()
	for _, t := range tasks {
		n, _ := s.Status(t.Name)
		fmt.Println(t.Name, n > 0)
	}
	fmt.Println(s.Add(tasks[0]))
}

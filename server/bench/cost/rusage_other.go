//go:build !unix

package main

import (
	"errors"
	"time"
)

func ofChildren() (cpu time.Duration, memory int64, err error) {
	return 0, 0, errors.New("this system does not tell what a process and its children have used; run the bench on a Unix system")
}

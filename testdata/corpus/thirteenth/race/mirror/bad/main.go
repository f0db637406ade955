package main

import (
	"errors"
	"fmt"
	"strings"
)

func download(mirror, file string) (string, error) {
	if strings.HasSuffix(mirror, ".invalid") {
		return "", errors.New("no such host: " + mirror)
	}
	return "contents of " + file + " from " + mirror, nil
}

func main() {
	done := make(chan struct{})
	var sums string
	var err error

	go func() {
		defer close(done)
		sums, err = download("mirror-a.example", "SHA256SUMS") // BUG: captured-var
	}()

	image, err := download("mirror-b.invalid", "disk.img") // BUG: captured-var
	<-done
	if err != nil {
		fmt.Println("download failed:", err)
		return
	}
	fmt.Println(len(image), len(sums))
}

// Command du sums up the sizes of the files below a made-up directory.
package main

import (
	"fmt"
	"os"
	"testing/fstest"
)

func main() {
	disk := fstest.MapFS{}
	for i, name := range []string{"etc/a", "etc/b/c", "etc/b/d/e", "home/ann/x", "home/y", "z"} {
		disk[name] = &fstest.MapFile{Data: make([]byte, 100*i)}
	}
	bytes, files, err := Size(disk, ".")
	if err != nil || bytes != 1500 {
		fmt.Println(bytes, err)
		os.Exit(1)
	}
	fmt.Println(bytes, "bytes in", files, "files")
	_, _, err = Size(disk, "usr")
	fmt.Println("error:", err != nil)
}

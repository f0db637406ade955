package main

import (
	"bufio"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

var pattern = flag.String("glob", "*.txt", "which files to count")

type tally struct {
	lines int
	words int
}

func countFile(fsys fs.FS, name string) (tally, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return tally{}, err
	}
	defer f.Close()

	var t tally
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		t.lines++
		t.words += len(strings.Fields(sc.Text()))
	}
	return t, sc.Err()
}

func countAll(fsys fs.FS, glob string) (map[string]tally, error) {
	names, err := fs.Glob(fsys, glob)
	if err != nil {
		return nil, fmt.Errorf("bad pattern: %w", err)
	}

	var mu sync.Mutex
	var wg sync.WaitGroup
	result := make(map[string]tally, len(names))
	for _, name := range names {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var t tally
			t, err = countFile(fsys, name) // BUG: captured-var
			if err != nil {                // BUG: captured-var
				log.Printf("%s: %v", name, err) // BUG: captured-var
				return
			}
			mu.Lock()
			result[name] = t
			mu.Unlock()
		}()
	}
	wg.Wait()
	return result, nil
}

func sampleDir() (string, error) {
	dir, err := os.MkdirTemp("", "linecount")
	if err != nil {
		return "", err
	}
	for i := range 6 {
		text := strings.Repeat("the quick brown fox\n", 10*(i+1))
		name := filepath.Join(dir, fmt.Sprintf("part%d.txt", i))
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			return dir, err
		}
	}
	return dir, nil
}

func main() {
	flag.Parse()
	dir := flag.Arg(0)
	if dir == "" {
		tmp, err := sampleDir()
		defer os.RemoveAll(tmp)
		if err != nil {
			log.Fatal(err)
		}
		dir = tmp
	}
	counts, err := countAll(os.DirFS(dir), *pattern)
	if err != nil {
		log.Fatal(err)
	}
	var sum tally
	for name, t := range counts {
		fmt.Printf("%-12s %6d lines %7d words\n", name, t.lines, t.words)
		sum.lines += t.lines
		sum.words += t.words
	}
	fmt.Printf("%-12s %6d lines %7d words\n", "total", sum.lines, sum.words)
}

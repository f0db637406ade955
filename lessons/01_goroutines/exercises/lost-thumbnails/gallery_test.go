package gallery

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

// The tree is small and finished first, then the hill, then the sea.
func TestPicturesStandInTheOrderOfTheFiles(t *testing.T) {
	hill, tree := make(chan struct{}), make(chan struct{})
	resize := func(file string) string {
		switch file {
		case "sea.jpg":
			<-hill
		case "hill.jpg":
			<-tree
			defer close(hill)
		case "tree.jpg":
			defer close(tree)
		}
		return "small " + file
	}
	var got []string
	if verdict := ends(func() { got = Thumbnails(resize, []string{"sea.jpg", "hill.jpg", "tree.jpg"}) }); verdict != "" {
		t.Fatalf("the pictures are not made at the same time: a large one keeps a small one from being finished. %s", verdict)
	}
	if want := []string{"small sea.jpg", "small hill.jpg", "small tree.jpg"}; len(got) == len(want) && !slices.Equal(got, want) {
		t.Errorf("Thumbnails = %q,\nwant %q.\nThe visitors click on one picture and get another.", got, want)
	}
}

// Two thousand pictures, all finished at the same moment.
func TestNoPictureIsLost(t *testing.T) {
	const n = 2000
	var files []string
	for i := range n {
		files = append(files, fmt.Sprintf("%d.jpg", i))
	}
	start := make(chan struct{})
	time.AfterFunc(0, func() { close(start) })
	got := Thumbnails(func(file string) string {
		<-start
		return file
	}, files)
	missing := 0
	for _, file := range files {
		if !slices.Contains(got, file) {
			missing++
		}
	}
	if missing > 0 || len(got) != n {
		t.Errorf("of %d pictures %d are missing", n, missing)
	}
}

func TestNoPictures(t *testing.T) {
	if got := Thumbnails(nil, nil); len(got) != 0 {
		t.Errorf("Thumbnails of no files = %q", got)
	}
}

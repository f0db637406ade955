package main

import (
	"context"
	"fmt"
	"slices"

	"sixth/context/doc-indexer/good/index"
)

func main() {
	b := &index.Builder{Tokenizers: 2, Stop: []string{"the", "a"}}
	docs := []index.Doc{
		{Name: "fox", Text: "The quick brown fox"},
		{Name: "dog", Text: "the lazy dog and a fox"},
		{Name: "cat", Text: "a cat"},
	}
	x, err := b.Build(context.Background(), docs)
	if err != nil {
		fmt.Println(err)
		return
	}
	names := x.Docs("fox")
	slices.Sort(names)
	fmt.Println(names)

	for i := range 6 {
		docs = append(docs, index.Doc{Name: fmt.Sprint("image", i), Text: "png\x00"})
	}
	_, err = b.Build(context.Background(), docs)
	fmt.Println(err != nil)
}

package main

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/sync/errgroup"
)

type image struct {
	name string
	w, h int
}

type thumb struct {
	image
	scale float64
	note  *string
}

var errFlat = errors.New("flat image")

func shrink(im image) (thumb, error) {
	if im.w == 0 || im.h == 0 {
		return thumb{}, fmt.Errorf("%s: %w", im.name, errFlat)
	}
	side := max(im.w, im.h)
	return thumb{image: image{im.name, im.w * 64 / side, im.h * 64 / side}, scale: 64 / float64(side)}, nil
}

func shrinkAll(ctx context.Context, ims []image) ([]thumb, error) {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(3)
	thumbs := make([]thumb, len(ims))
	notes := [2]string{"tall", "wide"}
	for i, im := range ims {
		g.Go(func() (err error) {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if thumbs[i], err = shrink(im); err != nil {
				return err
			}
			note := &notes[0]
			if im.w > im.h {
				note = &notes[1]
			}
			thumbs[i].note = note
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	return thumbs, nil
}

func main() {
	ts, err := shrinkAll(context.Background(), []image{{"cat", 640, 480}, {"tower", 300, 900}, {"dot", 1, 1}})
	for _, t := range ts {
		fmt.Println(t.name, t.w, t.h, *t.note)
	}
	fmt.Println(err)
	_, err = shrinkAll(context.Background(), []image{{"line", 100, 0}})
	fmt.Println(err)
}

// Package importer brings rows from files into a database.
package importer

import (
	"context"
	"errors"
)

// ErrEmpty tells that a row has no columns.
var ErrEmpty = errors.New("importer: empty row")

// Row is a row of a table.
type Row []string

// Importer takes rows from a channel.
type Importer struct {
	rows   <-chan Row
	insert func(Row) error
}

// New returns an importer of the rows, which end when the channel is closed.
func New(rows <-chan Row, insert func(Row) error) *Importer {
	return &Importer{rows: rows, insert: insert}
}

func (im *Importer) check(r Row) error {
	if len(r) == 0 {
		return ErrEmpty
	}
	return nil
}

// Run inserts the rows until they end or the context is cancelled.
func (im *Importer) Run(ctx context.Context) error {
	for r := range im.rows { // BUG
		if err := im.check(r); err != nil {
			return err
		}
		if err := im.insert(r); err != nil {
			return err
		}
	}
	return nil
}

package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"interleave/server/internal/diskcache"
)

func newCache() *cobra.Command {
	parent := &cobra.Command{
		Use:   "cache",
		Short: "Show where the cache is, or empty it",
		Long: `The cache holds what Interleave learned about the packages that your code
imports, and copies of lessons. It can be emptied at any time; the next start
is then slower once. Set INTERLEAVE_CACHE to move it.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			root, err := diskcache.Root()
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(cmd.OutOrStdout(), root)
			return err
		},
	}
	parent.AddCommand(&cobra.Command{
		Use:   "clean",
		Short: "Empty the cache",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			root, err := diskcache.Root()
			if err != nil {
				return err
			}
			freed, err := diskcache.Clean(root)
			if err != nil {
				return fmt.Errorf("emptying %s: %w", root, err)
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "emptied %s (%.1f MB)\n", root, float64(freed)/1e6)
			return err
		},
	})
	return parent
}

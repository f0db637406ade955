// Package price computes prices with a discount.
package price

// Calculator knows the tax.
type Calculator struct {
	TaxPercent int
}

// Gross adds the tax to a net price in cents.
func (c *Calculator) Gross(net int) int {
	return net + net*c.TaxPercent/100
}

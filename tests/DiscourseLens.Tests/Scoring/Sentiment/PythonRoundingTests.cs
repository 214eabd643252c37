using DiscourseLens.Scoring.Sentiment;

namespace DiscourseLens.Tests.Scoring.Sentiment;

/// <summary>Figures printed by <c>round()</c> of CPython 3.11.</summary>
public sealed class PythonRoundingTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(0.0625, 0.062)]
    [InlineData(0.1875, 0.188)]
    [InlineData(0.3125, 0.312)]
    [InlineData(0.4375, 0.438)]
    [InlineData(0.0005, 0.001)]
    [InlineData(0.0015, 0.002)]
    [InlineData(0.0025, 0.003)]
    [InlineData(0.9995, 1)]
    public void ToThreeDigits_EqualsPython(double value, double expected) =>
        Assert.Equal(expected, PythonRounding.ToThreeDigits(value));

    [Theory]
    [InlineData(-0.59375, -0.5938)]
    [InlineData(0.03125, 0.0312)]
    [InlineData(0.12345, 0.1235)]
    [InlineData(-0.99995, -1)]
    [InlineData(-1e-17, -0.0)]
    public void ToFourDigits_EqualsPython(double value, double expected) =>
        Assert.Equal(expected, PythonRounding.ToFourDigits(value));
}

using CsCheck;
using DiscourseLens.Scoring.Learning;

namespace DiscourseLens.Tests.Scoring.Learning;

public sealed class PortableMathTests
{
    [Fact]
    public void Exp_IsThePlatforms_ToTwelveDigits() => Gen.Double[-690, 690].Sample(x =>
        Assert.InRange(PortableMath.Exp(x) / Math.Exp(x), 1 - 1e-12, 1 + 1e-12));

    [Fact]
    public void Log_UndoesExp() => Gen.Double[-690, 690].Sample(x => Assert.InRange(PortableMath.Log(PortableMath.Exp(x)) - x, -1e-9, 1e-9));

    [Fact]
    public void Softmax_SharesOut_WhenScoresAreHuge()
    {
        double[] scores = [1e6, 1e6, -1e6];
        PortableMath.Softmax(scores);
        Assert.Equal(0.5, scores[0], 12);
        Assert.Equal(0, scores[2], 12);
    }

    [Fact]
    public void Exp_HasTheseBits_OnEveryMachine() =>
        Assert.Equal("4005BF0A8B14576A 3FBC5D988575B10E", $"{BitConverter.DoubleToInt64Bits(PortableMath.Exp(1)):X} {BitConverter.DoubleToInt64Bits(PortableMath.Exp(-2.2)):X}");
}

using DiscourseLens.Scoring.Sentiment;

namespace DiscourseLens.Tests.Scoring.Sentiment;

public sealed class ByteClassifierTests
{
    [Fact]
    public void Classify_IsTheSame_WithoutVectors()
    {
        for (var value = 0; value < 256; value++)
        {
            byte[] block = [.. Enumerable.Range(0, BlockMasks.BlockSize).Select(i => (byte)((value + (i * i)) % 256))];
            Assert.Equal(ByteClassifier.Classify(block, vectors: false), ByteClassifier.Classify(block, vectors: true));
        }
    }

    [Fact]
    public void Classify_SetsLowestBit_ForFirstByte()
    {
        byte[] block = [(byte)'A', (byte)'b', (byte)'!', (byte)'?', 0xC3, .. Enumerable.Repeat((byte)' ', 59)];
        var expected = new BlockMasks(
            Space: ~0x1FUL, Punctuation: 12, Upper: 1, Lower: 2, NonAscii: 16, Exclamations: 4, Questions: 8);
        Assert.Equal(expected, ByteClassifier.Classify(block, vectors: true));
    }
}

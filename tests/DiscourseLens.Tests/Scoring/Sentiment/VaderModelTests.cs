using System.Text;
using DiscourseLens.Scoring.Sentiment;

namespace DiscourseLens.Tests.Scoring.Sentiment;

public sealed class VaderModelTests
{
    [Theory]
    [InlineData("flawed", -2.1)]
    [InlineData("heart", 3.2)]
    [InlineData("hearts", 3.3)]
    [InlineData("badass", 1.4)]
    [InlineData("sob", -1.0)]
    [InlineData("very", 0)]
    [InlineData("psilocybin", 0)]
    public void Words_HoldLexiconOfEdition332(string word, double valence)
    {
        var words = VaderModel.Shared.Words;
        Assert.Equal(valence, words.Entries[Find(words, word)].Valence);
    }

    [Fact]
    public void Characters_NameEmoji_AsManyAsReference()
    {
        var named = Enumerable.Range(0, 0x110000).Where(Rune.IsValid)
            .Count(c => !VaderModel.Shared.Characters.EmojiName(new Rune(c)).IsEmpty);
        Assert.Equal(1_212, named);
    }

    [Fact]
    public void Characters_HoldSpacesOfPythonSplit()
    {
        int[] spaces = [0x85, 0xA0, 0x1680, .. Enumerable.Range(0x2000, 11), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000];
        var found = Enumerable.Range(0, 0x110000).Where(Rune.IsValid)
            .Where(c => VaderModel.Shared.Characters.IsSpace(new Rune(c)));
        Assert.Equal(spaces, found);
    }

    [Theory]
    [InlineData("GOOD", true)]
    [InlineData("GOoD", false)]
    [InlineData("42!", false)]
    [InlineData("Ⓐ", true)]
    [InlineData("Ⅳ", true)]
    [InlineData("Aǅ", false)]
    [InlineData("Aʰ", false)]
    [InlineData("A中", true)]
    public void IsUpper_EqualsPython(string text, bool expected) =>
        Assert.Equal(expected, VaderModel.Shared.Characters.IsUpper(Encoding.UTF8.GetBytes(text)));

    private static ushort Find(WordTable words, string word) =>
        words.Find(Encoding.ASCII.GetBytes(word.PadRight(WordKey.ReadableBytes)), word.Length);
}

using CsCheck;
using DiscourseLens.Scoring.Learning;
using DiscourseLens.Scoring.Stance.Features;

namespace DiscourseLens.Tests.Scoring.Learning;

public sealed class TokenReaderTests
{
    [Theory]
    [InlineData("Don't stop", "dont stop")]
    [InlineData("sooooo good!!!", "soo good !")]
    [InlineData("It’s “fine”…", "its \" fine \"")]
    [InlineData("> quoted line\nmine", "mine")]
    [InlineData("great idea /s", "great idea /s")]
    [InlineData("and/or, w/o", "and or w o")]
    [InlineData("$3,000 🙄", "$ 3 000 🙄")]
    [InlineData("", "")]
    public void Read_TellsWordsAndSigns(string text, string expected) => Assert.Equal(expected, string.Join(' ', Words(Read(text))));

    [Theory]
    [InlineData("a miracle drug", "selfwin")]
    [InlineData("miracle", "fraud")]
    [InlineData("what could go wrong", "mockplan")]
    [InlineData("unblinding", "placebo")]
    [InlineData("we saw that", "me it")]
    public void Read_GivesCues_LongestPhraseFirst(string text, string expected)
    {
        var names = Lexicon.Cues.Categories;
        var found = Read(text).Tokens.ToArray().SelectMany(token => names.Where(name => (token.Cues & Lexicon.Cues.BitOf(name)) != 0)).Distinct();
        Assert.Equal(expected.Split(' ').Order(), found.Order());
    }

    [Fact]
    public void Read_HidesNames_BehindOneSymbol()
    {
        var (first, second) = (Read("psilocybin helps").Tokens[0].Symbol, Read("ketamine helps").Tokens[0].Symbol);
        Assert.Equal(first, second);
        Assert.NotEqual(first, Read("prozac helps").Tokens[0].Symbol);
    }

    [Fact]
    public void Read_KeepsOffsetsAndSentences_WhateverTheText() =>
        Gen.OneOf<string>("good", "It's", "?", "!", ".", "\n\n", "> ", "\"", "ﬁ", "\uD800", "🍄", "é", "www.example.org", "/s", "$5", "stay away").Array[0, 30].Sample(pieces =>
        {
            var text = string.Join(" ", pieces);
            var reader = Read(text);
            var at = 0;
            foreach (var token in reader.Tokens)
            {
                Assert.InRange(token.Start, at, token.End - 1);
                Assert.InRange(token.End, token.Start + 1, text.Length);
                at = token.Start;
            }
            Assert.Equal(Enumerable.Range(0, reader.Count), reader.Sentences.SelectMany(sentence => Enumerable.Range(sentence.From, sentence.To - sentence.From)));
        });

    [Theory]
    [InlineData("works", "two columns")]
    [InlineData("works\tGood", "cannot match")]
    [InlineData("works\tgo*d", "cannot match")]
    [InlineData("works\tgood day*", "cannot match")]
    public void Parse_NamesFileAndLine_WhenALineIsWrong(string line, string fault)
    {
        var message = Assert.Throws<LensException>(() => CueLexicon.Parse(("cues.tsv", "# head\n" + line))).Message;
        Assert.StartsWith("Cue file 'cues.tsv', line 2: ", message, StringComparison.Ordinal);
        Assert.Contains(fault, message, StringComparison.Ordinal);
    }

    private static StanceLexicon Lexicon => StanceLexicon.Shipped;

    private static TokenReader Read(string text)
    {
        var reader = new TokenReader(Lexicon.Cues, Lexicon.Masks);
        reader.Read(text, isTitle: false);
        return reader;
    }

    private static List<string> Words(TokenReader reader)
    {
        var words = new List<string>();
        foreach (var token in reader.Tokens)
            words.Add(reader.Padded(token)[1..^1].ToString());
        return words;
    }
}

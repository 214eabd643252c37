using System.Globalization;
using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Sentiment;
using DiscourseLens.Tests.Scoring;

namespace DiscourseLens.Tests.Docs;

/// <summary>The variants that docs/methods.md shows are those of the program as it is.</summary>
public sealed class SentimentDocsTests
{
    [Fact]
    public void Methods_ShowEveryVariant_AsMeasured()
    {
        var section = Markdown.Sections(Documents.Read("docs/methods.md"), 3).Single(part => part.Heading == "Variants of sentiment").Body;
        var rows = section.Split('\n').SkipWhile(line => !line.StartsWith("| text |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|')).Select(line => line.Trim('|', ' ')).ToList();
        Assert.Equal(7, rows.Count);
        var reader = new SentimentReader(new SentimentModel(new SentimentOptions()));
        Assert.All(rows, row => Assert.Equal(row, Measured(reader, row.Split(" | ")[0])));
    }

    private static string Measured(SentimentReader reader, string shown)
    {
        var text = shown.Replace(" ¶ ", "\n\n", StringComparison.Ordinal);
        var said = reader.Read(text);
        var window = reader.Window(Targets.All, Shipped.Gate.Decide(
            new PostInContext(null, text, CommunityClass.Therapy, ThreadContext.None)), bodyStart: 0);
        return string.Create(CultureInfo.InvariantCulture,
            $"{shown} | {said.Raw.Compound:0.0000} | {said.ProseCompound:0.0000} | {said.SentenceMean:0.0000} | {said.PositiveShare:0.00}, {said.NegativeShare:0.00} | {window:0.0000} | {said.MaskedCompound:0.0000}");
    }
}

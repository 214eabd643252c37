using DiscourseLens.Scoring.Stance;
using DiscourseLens.Scoring.Stance.Training;

namespace DiscourseLens.Tests.Scoring.Stance.Training;

public sealed class LongPostsTests
{
    private const string Unrelated = "We drove to the coast on Sunday and the kids found a crab under the second pier, which was all they talked about";

    [Fact]
    public void APost_IsMadeOfAStanceAndItsAuthorsUnrelatedTexts()
    {
        LabelledText[] texts = [Text("a", StanceLabel.Favor, "ketamine gave me back the mornings and the evenings too"), Text("a", StanceLabel.Unrelated, Unrelated)];
        var made = Assert.Single(LongPosts.Of(texts, 1));
        Assert.True(made.IsMade);
        Assert.Equal((StanceLabel.Favor, "a", "h"), (made.Label, made.Author, made.Writer));
        var paragraphs = made.Text.Split("\n\n");
        Assert.Single(paragraphs, texts[0].Text);
        Assert.All(paragraphs.Where(paragraph => paragraph != texts[0].Text), paragraph => Assert.Equal(Unrelated, paragraph));
        Assert.InRange(made.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length, 120, 320);
    }

    [Fact]
    public void TheStance_StandsInFrontInTheMiddleAndAtTheEnd()
    {
        var stances = Enumerable.Range(0, 9).Select(at => Text("a", StanceLabel.Against, $"text {at} says that nobody should be given this at all"));
        var made = LongPosts.Of([.. stances, Text("a", StanceLabel.Unrelated, Unrelated)], 1).Select(text => text.Text.Split("\n\n")).ToList();
        Assert.Equal(9, made.Count);
        Assert.Contains(made, paragraphs => paragraphs[0] != Unrelated);
        Assert.Contains(made, paragraphs => paragraphs[^1] != Unrelated);
        Assert.Contains(made, paragraphs => paragraphs[0] == Unrelated && paragraphs[^1] == Unrelated);
    }

    [Fact]
    public void Nothing_IsMadeOfRepliesOrShortTextsOrOtherPeoplesLabels()
    {
        var stance = Text("a", StanceLabel.Neutral, "has anybody here been to the clinic by the station yet");
        LabelledText around = Text("a", StanceLabel.Unrelated, Unrelated);
        Assert.Empty(LongPosts.Of([stance with { Parent = "No." }, around], 1));
        Assert.Empty(LongPosts.Of([stance with { Text = "any news" }, around], 1));
        Assert.Empty(LongPosts.Of([stance with { Hand = null }, around with { Hand = null }], 1));
        Assert.Empty(LongPosts.Of([stance with { Author = "b" }, around], 1));
        Assert.Empty(LongPosts.Of([stance, around], 0));
        Assert.Single(LongPosts.Of([stance, stance, stance, around], 3));
    }

    private static LabelledText Text(string author, StanceLabel label, string text) =>
        new() { Id = "1", Label = label, Text = text, Author = author, Hand = "h", Thread = "t" };
}

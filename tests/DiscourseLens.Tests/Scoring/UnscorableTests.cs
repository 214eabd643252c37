using DiscourseLens.Collecting;
using DiscourseLens.Scoring;

namespace DiscourseLens.Tests.Scoring;

public sealed class UnscorableTests
{
    [Theory]
    [InlineData(null, null, null, UnscorableReason.Empty)]
    [InlineData(null, null, "  \n ", UnscorableReason.Empty)]
    [InlineData(null, null, "?!... ---", UnscorableReason.Empty)]
    [InlineData(null, null, "[deleted]", UnscorableReason.Deleted)]
    [InlineData(null, null, " [removed] ", UnscorableReason.Removed)]
    [InlineData(null, null, "[ Removed by Reddit in response to a notice ]", UnscorableReason.Removed)]
    [InlineData("AutoModerator", null, "Please read the rules of this place", UnscorableReason.Bot)]
    [InlineData("RepostCounterBot", null, "Seen four times before", UnscorableReason.Bot)]
    [InlineData("haiku_bot", null, "Three lines of a poem", UnscorableReason.Bot)]
    [InlineData(null, null, "Here is your summary.\n\n^I ^am ^a ^bot, ^beep", UnscorableReason.Bot)]
    [InlineData(null, null, "Reminder set. I’m a bot and cannot read replies", UnscorableReason.Bot)]
    [InlineData(null, null, "Ich habe gestern mit meiner Ärztin über die neue Behandlung gesprochen", UnscorableReason.Language)]
    public void ReasonFor_NamesTheReason(string? author, string? title, string? body, UnscorableReason reason) =>
        Assert.Equal(reason, ReasonFor(author is not null && BotAuthors.Contains(author), title, body));

    [Theory]
    [InlineData(null, null, "lol")]
    [InlineData("abbot", null, "I would say that it depends on the day")]
    [InlineData("talbot", null, "I would say that it depends on the day")]
    [InlineData(null, "A title stands even where the body is gone", "[removed]")]
    [InlineData(null, "A title stands even where there is no body", null)]
    public void ReasonFor_IsNull_WhenTextCanBeScored(string? author, string? title, string? body) =>
        Assert.Null(ReasonFor(author is not null && BotAuthors.Contains(author), title, body));

    [Fact]
    public void ReasonFor_ReadsSignatureAtTheEndOnly()
    {
        var body = "Someone told me I am a bot, which I found funny. " + string.Concat(Enumerable.Repeat("And then we talked. ", 40));
        Assert.Null(ReasonFor(false, null, body));
    }

    private static UnscorableReason? ReasonFor(bool byBot, string? title, string? body) =>
        Unscorable.ReasonFor(byBot, title, body, Shipped.Languages.Detect($"{title}\n\n{body}"));
}

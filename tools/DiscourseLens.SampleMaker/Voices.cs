namespace DiscourseLens.SampleMaker;

/// <summary>Who says what, and how.</summary>
internal sealed class Voices(Chance chance)
{
    private const double FavorBefore = 0.50, AgainstBefore = 0.14;
    private const double FavorAfter = 0.28, AgainstAfter = 0.36;

    /// <summary>favor, against or neutral, as the community and the day have it.</summary>
    public string Stance(Community community, DateOnly day)
    {
        var before = day < Calendar.Step;
        var favor = (before ? FavorBefore : FavorAfter) + community.Lean;
        var against = (before ? AgainstBefore : AgainstAfter) - community.Lean;
        var share = chance.Share();
        return share < favor ? "favor" : share < favor + against ? "against" : "neutral";
    }

    /// <summary>The name of a community's program.</summary>
    public static string Bot(int community) => community % 2 == 0 ? "AutoModerator" : "sample_wiki_bot";

    /// <summary>The text in its author's habit: one in seven writes without capitals, one in nine without a last full stop.</summary>
    public static string Styled(string text, string author)
    {
        var number = int.Parse(author.AsSpan(author.LastIndexOf('_') + 1), System.Globalization.CultureInfo.InvariantCulture);
        var styled = number % 7 == 3 ? text.ToLowerInvariant() : text;
        return number % 9 == 4 ? styled.TrimEnd('.') : styled;
    }
}

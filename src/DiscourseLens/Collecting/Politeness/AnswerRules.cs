using System.Globalization;

namespace DiscourseLens.Collecting.Politeness;

/// <summary>What the statuses and shapes of answers mean where a source has no meaning of its own for them.</summary>
internal static class AnswerRules
{
    /// <summary>The trouble an answer stands for; null for one that may be read.</summary>
    public static SourceException? Judge(SourceAnswer answer) => (int)answer.Status switch
    {
        304 => null,
        401 or 407 => new SourceRefusedException(
            $"{answer.Address} answers 401, not authorised; check the source's credentials, then start again."),
        403 when answer.IsPage => new SourceRefusedException(
            $"{answer.Address} answers 403 with a page: it blocks programs from this address; ask its operators, then start again."),
        403 => new SourceRefusedException(
            $"{answer.Address} answers 403, forbidden; check that you may collect it, then start again."),
        404 or 410 or 451 => new PlaceUnavailableException(string.Create(CultureInfo.InvariantCulture,
            $"{answer.Address} answers {(int)answer.Status}: there is no such place, or it is closed.")),
        >= 300 and < 400 => Redirected(answer),
        408 or >= 500 => new SourceTroubleException(string.Create(CultureInfo.InvariantCulture,
            $"{answer.Address} answers {(int)answer.Status}: the server is in trouble; it is tried again later.")),
        >= 400 => new SourceTroubleException(string.Create(CultureInfo.InvariantCulture,
            $"{answer.Address} answers {(int)answer.Status}: it does not accept what we ask; check the source's settings."))
        {
            MayPass = false,
        },
        _ when answer.IsEmpty => new SourceTroubleException($"{answer.Address} gave an empty answer; it is tried again later."),
        _ => null,
    };

    /// <summary>A page where data was asked for: a notice, a challenge or an interstitial.</summary>
    public static SourceException? JudgePage(SourceAnswer answer) => answer.IsPage
        ? new SourceTroubleException($"{answer.Address} gave a page (HTML) instead of data; it is tried again later.")
        : null;

    private static SourceException Redirected(SourceAnswer answer)
    {
        var target = answer.Location?.ToString() ?? "";
        return target.Contains("login", StringComparison.OrdinalIgnoreCase) || target.Contains("signin", StringComparison.OrdinalIgnoreCase)
            ? new SourceRefusedException($"{answer.Address} redirects to its login; it cannot be read without an account, so it is not asked again.")
            : new PlaceUnavailableException($"{answer.Address} redirects elsewhere; correct the place in the settings.");
    }
}

using System.Text.RegularExpressions;

namespace DiscourseLens.Collecting.DiscourseForum;

/// <summary>The kind <c>Discourse</c>: a forum that runs the software of that name.</summary>
internal static partial class DiscourseKind
{
    // Forums allow 200 requests a minute to an address as they come; we are not the only ones who share one.
    public static SourceKind Kind { get; } = new("Discourse", TimeSpan.FromSeconds(2), (options, _) => Fault(options), Make);

    private static SettingFault? Fault(SourceOptions options)
    {
        if (options.Address.Length == 0)
            return new(nameof(SourceOptions.Address), "", "give the forum's address, such as https://forum.example.org");
        return options.Categories.FirstOrDefault(name => !Category().IsMatch(name)) is { } wrong
            ? new(nameof(SourceOptions.Categories), wrong, "write a category as its address does after /c/, with its number, such as health/12")
            : null;
    }

    private static DiscourseSource Make(SourceParts parts) => new(
        new()
        {
            Address = new Uri(parts.Options.Address.TrimEnd('/') + "/"),
            Categories = parts.Options.Categories,
            ApiKey = parts.Secrets.ApiKey,
            ApiUser = parts.Secrets.ApiUser,
        },
        parts.Client);

    [GeneratedRegex(@"^([\p{L}\p{N}_%-]+/)*[0-9]{1,9}\z")]
    private static partial Regex Category();
}

using System.Text.RegularExpressions;

namespace DiscourseLens.Collecting.Lemmy;

/// <summary>The kind <c>Lemmy</c>: communities of the federation of that name.</summary>
internal static partial class LemmyKind
{
    public static SourceKind Kind { get; } = new("Lemmy", TimeSpan.FromSeconds(1), (options, _) => Fault(options), Make);

    private static SettingFault? Fault(SourceOptions options)
    {
        if (options.Address.Length == 0)
            return new(nameof(SourceOptions.Address), "", "give the address of an instance, best the communities' own, such as https://lemmy.example.org");
        if (options.Communities.Count == 0)
            return new(nameof(SourceOptions.Communities), "", "name at least one community");
        return options.Communities.FirstOrDefault(name => !CommunityName().IsMatch(name)) is { } wrong
            ? new(nameof(SourceOptions.Communities), wrong, "write communities as name or name@host")
            : null;
    }

    private static LemmySource Make(SourceParts parts) => new(
        new() { Address = new Uri(parts.Options.Address.TrimEnd('/') + "/"), Communities = parts.Options.Communities }, parts.Client, parts.Time);

    [GeneratedRegex(@"^[A-Za-z0-9_]{1,64}(@[A-Za-z0-9.:-]{1,255})?\z")]
    private static partial Regex CommunityName();
}

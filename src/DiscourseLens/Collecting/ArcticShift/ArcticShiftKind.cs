using System.Globalization;
using System.Text.RegularExpressions;

namespace DiscourseLens.Collecting.ArcticShift;

/// <summary>The kind <c>ArcticShift</c>: Reddit's archive, for those without credentials of Reddit's.</summary>
internal static partial class ArcticShiftKind
{
    private const string SettlingHours = "SettlingHours";

    // "A couple of requests a second" is welcome there.
    public static SourceKind Kind { get; } = new("ArcticShift", TimeSpan.FromSeconds(1), (options, _) => Fault(options), Make);

    private static SettingFault? Fault(SourceOptions options)
    {
        if (options.Communities.Count == 0)
            return new(nameof(SourceOptions.Communities), "", "name at least one community of Reddit");
        if (options.Communities.FirstOrDefault(name => !CommunityName().IsMatch(name)) is { } wrong)
            return new(nameof(SourceOptions.Communities), wrong, "write communities as Reddit does, without r/");
        return options.Extra.TryGetValue(SettlingHours, out var hours) && Hours(hours) is null
            ? new($"{nameof(SourceOptions.Extra)}:{SettlingHours}", hours, "give 0.1 to 168 hours")
            : null;
    }

    private static ArcticShiftSource Make(SourceParts parts)
    {
        var made = new ArcticShiftOptions { Communities = parts.Options.Communities };
        if (parts.Options.Address.Length > 0)
            made = made with { Address = new Uri(parts.Options.Address.TrimEnd('/') + "/") };
        if (parts.Options.Extra.TryGetValue(SettlingHours, out var hours) && Hours(hours) is { } settling)
            made = made with { Settling = settling };
        return new(made, parts.Client);
    }

    private static TimeSpan? Hours(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var hours) && hours is >= 0.1 and <= 168
            ? TimeSpan.FromHours(hours)
            : null;

    [GeneratedRegex(@"^[A-Za-z0-9_]{2,64}\z")]
    private static partial Regex CommunityName();
}

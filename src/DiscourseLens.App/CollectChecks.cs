using DiscourseLens.Collecting;
using DiscourseLens.Jobs;

namespace DiscourseLens.App;

/// <summary>Checks the settings of sources, and takes their secrets from the environment.</summary>
internal static class CollectChecks
{
    private const string Section = "Collect:Sources";

    /// <summary>Refuses secrets in files: files are copied, committed and mailed.</summary>
    /// <param name="files">The settings of files alone.</param>
    /// <exception cref="LensException">A file holds one.</exception>
    public static void RefuseSecrets(IConfiguration files)
    {
        var found = files.GetSection(Section).GetChildren()
            .SelectMany(source => SourceSecrets.Names.Select(name => (Source: source.Key, Name: name, source[name])))
            .FirstOrDefault(secret => !string.IsNullOrEmpty(secret.Item3));
        if (found.Name is not null)
            throw new LensException($"The setting {Section}:{found.Source}:{found.Name} stands in a file; secrets come from the environment only. Remove it there and set {Variable(found.Source, found.Name)}. See docs/sources.md.");
    }

    /// <summary>A source's secrets.</summary>
    public static SourceSecrets SecretsOf(IConfiguration configuration, string source)
    {
        var section = configuration.GetSection($"{Section}:{source}");
        return new(
            section[nameof(SourceSecrets.ClientId)] ?? "", section[nameof(SourceSecrets.ClientSecret)] ?? "",
            section[nameof(SourceSecrets.ApiKey)] ?? "", section[nameof(SourceSecrets.ApiUser)] ?? "");
    }

    /// <summary>The environment variable of a secret.</summary>
    public static string Variable(string source, string secret) =>
        $"DISCOURSELENS__COLLECT__SOURCES__{source.ToUpperInvariant()}__{secret.ToUpperInvariant()}";

    /// <summary>Checks every source that is enabled.</summary>
    /// <exception cref="LensException">A setting is wrong; the message names key, value and fix.</exception>
    public static void Check(CollectSettings settings, IReadOnlyDictionary<string, SourceSecrets> secrets)
    {
        Require(settings.Revisits.AgesHours.All(hours => hours is >= 1 and <= 8760), "Collect:Revisits:AgesHours", string.Join(' ', settings.Revisits.AgesHours), "give 1 to 8760 hours each");
        Require(settings.Revisits.BudgetShare is >= 0.01 and <= 1, "Collect:Revisits:BudgetShare", settings.Revisits.BudgetShare, "give 0.01 to 1");
        foreach (var (name, source) in settings.Enabled)
            Check(name, source, settings.UserAgent, secrets[name]);
    }

    /// <summary>Checks one source.</summary>
    /// <exception cref="LensException">A setting is wrong; the message names key, value and fix.</exception>
    public static void Check(string name, SourceOptions source, string userAgent, SourceSecrets secrets)
    {
        Require(name.All(char.IsAsciiLetterOrDigit), Section, name, "name sources with letters and digits only");
        CheckUserAgent(userAgent, name);
        var kind = SourceKinds.Find(source.Kind);
        Require(kind is not null, $"{Section}:{name}:Kind", source.Kind, $"give one of {string.Join(", ", SourceKinds.All.Select(known => known.Name))}");
        Require(CronSchedule.TryParse(source.Schedule) is not null, $"{Section}:{name}:Schedule", source.Schedule,
            "give a cron line in UTC, for example '17 * * * *' for 17 minutes past every hour");
        Require(source.DepthDays is >= 0 and <= 3650, $"{Section}:{name}:DepthDays", source.DepthDays, "give 0 to 3650 days");
        Require(source.SpacingSeconds is 0 or (>= 0.1 and <= 3600), $"{Section}:{name}:SpacingSeconds", source.SpacingSeconds, "give 0.1 to 3600 seconds, or 0 for the kind's own");
        Require(source.TightestMinutes is 0 or (>= 1 and <= 1440), $"{Section}:{name}:TightestMinutes", source.TightestMinutes, "give 1 to 1440 minutes, or 0 to keep to the schedule alone");
        Require(source.LegalBasis.Length > 0, $"{Section}:{name}:LegalBasis", source.LegalBasis, "say in a sentence on what ground you collect it; it is kept with every capture");
        Require(source.Address.Length == 0 || Uri.TryCreate(source.Address, UriKind.Absolute, out var address) && address.Scheme is "http" or "https",
            $"{Section}:{name}:Address", source.Address, "give an address that begins with https://");
        if (kind!.Fault(source, secrets) is { } fault) // required above
            Require(false, $"{Section}:{name}:{fault.Key}", fault.Value, fault.Fix);
    }

    private static void CheckUserAgent(string userAgent, string source)
    {
        Require(userAgent.Length > 0, "Collect:UserAgent", userAgent,
            $"the source '{source}' is enabled, and sources want to know who asks: say program, version and how to reach you, for example 'linux:discourselens:v0.1 (by you@example.org)'");
        Require(!userAgent.Contains("Mozilla", StringComparison.OrdinalIgnoreCase), "Collect:UserAgent", userAgent, "do not pose as a browser");
        Require(userAgent.All(letter => letter is >= ' ' and <= '~'), "Collect:UserAgent", userAgent, "use plain letters only");
    }

    private static void Require(bool holds, string key, object value, string fix) => SettingCheck.Require(holds, key, value, fix, "docs/sources.md");
}

using System.Globalization;

namespace DiscourseLens.App;

/// <summary>Refuses a wrong setting with key, value and fix.</summary>
internal static class SettingCheck
{
    /// <param name="holds">Whether the setting is right.</param>
    /// <param name="key">Its key.</param>
    /// <param name="value">Its value.</param>
    /// <param name="fix">What to do, as the end of a sentence.</param>
    /// <param name="page">The document that says more.</param>
    /// <exception cref="LensException">It does not hold.</exception>
    public static void Require(bool holds, string key, object? value, string fix, string page = "docs/settings.md")
    {
        if (!holds)
            throw new LensException(string.Create(CultureInfo.InvariantCulture, $"The setting {key} is '{value}'; {fix}. See {page}."));
    }
}

namespace DiscourseLens.Web;

/// <summary>How much one visitor may ask.</summary>
/// <param name="RequestsPerMinute">Questions to the API from one address in a minute, 1 or more.</param>
public sealed record RateOptions(int RequestsPerMinute = 600);

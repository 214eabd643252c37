using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace DiscourseLens.App;

/// <summary>Where <c>serve</c> sends its metrics; the section <c>Telemetry</c> of the settings.</summary>
internal sealed class TelemetrySettings
{
    /// <summary>Address of an OTLP collector (HTTP, protobuf), to which <c>/v1/metrics</c> is added; empty to send nothing.</summary>
    public string Otlp { get; init; } = "";

    /// <exception cref="LensException">It is no address.</exception>
    public void Check() => SettingCheck.Require(
        Otlp.Length == 0 || Uri.TryCreate(Otlp, UriKind.Absolute, out var address) && address.Scheme is "http" or "https",
        "Telemetry:Otlp", Otlp, "give an address such as http://localhost:4318, or nothing");

    /// <summary>Adds the exporter where one is wanted.</summary>
    public void Add(IServiceCollection services)
    {
        if (Otlp.Length == 0)
            return;
        services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(LensMeter.Name).AddOtlpExporter(otlp =>
        {
            otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
            otlp.Endpoint = new Uri(Otlp.TrimEnd('/') + "/v1/metrics");
        }));
    }
}
